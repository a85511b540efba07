"""The columns of a table of offerings: one line for each, with what is said of its provider beside it."""

from collections.abc import Iterator
from dataclasses import replace

from assessment.bank.xlsx.columns import Column, columns_of
from assessment.bank.xlsx.sheets import Sheet
from recommendations.catalogue.document import Offering, Provider

PROVIDER = "provider"
NAME = "offerings"


def _of_provider() -> Iterator[Column]:
    """Only the key must be there: a provider that the catalogue knows need not be described again."""
    for column in columns_of(Provider, frozenset({"offerings"})):
        yield replace(column, path=(PROVIDER, *column.path), is_required=column.path == ("key",), empty=None)


OFFERINGS = Sheet(NAME, "One line for each offering.", (*_of_provider(), *columns_of(Offering)))
NAMES = {NAME, "offering", "产品与服务", "服务目录", "产品"}

# What the same columns are called in Chinese; where nothing else is said, texts are in Chinese too.
CHINESE = {
    "服务商编号": "provider key",
    "服务商名称": "provider name zh-hans",
    "服务商类型": "provider kind",
    "服务商地区": "provider regions",
    "服务商简介": "provider summary zh-hans",
    "服务商邮箱": "provider contact_email",
    "服务商来源": "provider source zh-hans",
    "服务商网址": "provider url",
    "编号": "key",
    "类型": "kind",
    "类别": "category",
    "名称": "title zh-hans",
    "简介": "summary zh-hans",
    "计价方式": "price model",
    "价格下限": "price minimum",
    "价格上限": "price maximum",
    "计价单位": "price unit zh-hans",
    "币种": "price currency",
    "优惠比例": "discount percent",
    "优惠条件": "discount terms zh-hans",
    "适用规模": "sizes",
    "适用行业": "sectors",
    "适用地区": "regions",
    "适用条件": "eligible_if",
    "交付方式": "deployment",
    "上线周数下限": "go_live_weeks minimum",
    "上线周数上限": "go_live_weeks maximum",
    "试用": "trial zh-hans",
    "退出与数据导出": "exit_terms zh-hans",
    "安全说明": "security_statement zh-hans",
    "成效": "outcome zh-hans",
    "语言": "languages",
    "有效期起": "valid_from",
    "有效期止": "valid_until",
    "核实日期": "verified_on",
    "停用": "suspended",
    "入选目录": "issue zh-hans",
    "来源": "source zh-hans",
    "网址": "url",
}
SHORT = {"provider": "provider key"}


def header_meant(written: str) -> str:
    """This function will return the name of the column that a header means, or the header itself."""
    word = written.strip()
    return CHINESE.get(word) or SHORT.get(word.lower(), word)
