"""A small bank with one of everything, as people would write it."""

from typing import Any

from assessment.bank.documents import read_bank
from assessment.bank.loader import read_yaml
from assessment.scoring.document import BankDocument

SMALL_BANK = """\
format: fourfold-bank/1
slug: small-shop
locales: [en, zh-hans]
title: {en: Small shop, zh-hans: 小店}
description: {en: For the tests., zh-hans: 测试用。}
notice: {en: Indicative., zh-hans: 仅供参考。}
minimum_coverage: 0.5
seconds_per_question: 20
sections:
  - key: profile
    title: {en: Your shop, zh-hans: 企业概况}
    profile: true
    questions:
      - key: employees
        kind: number
        text: {en: How many people?, zh-hans: 多少人？}
        core: true
        required: true
        allow_unknown: false
        minimum: 0
        maximum: 1000
      - key: has_machines
        kind: yes_no
        text: {en: Any machines?, zh-hans: 有设备吗？}
        core: true
        options:
          - {key: yes, label: {en: 'Yes', zh-hans: 是}}
          - {key: no, label: {en: 'No', zh-hans: 否}}
      - key: sector
        kind: single
        text: {en: Which trade?, zh-hans: 哪个行业？}
        core: true
        options:
          - {key: making, label: {en: Making, zh-hans: 制造}}
          - {key: selling, label: {en: Selling, zh-hans: 销售}}
  - key: equipment
    title: {en: Equipment, zh-hans: 设备}
    intro: {en: About your machines., zh-hans: 关于设备。}
    node: equipment
    questions:
      - key: E1
        kind: percent
        text: {en: Share of networked machines, zh-hans: 联网设备占比}
        short: {en: Networked, zh-hans: 联网}
        help: {en: Count what sends data., zh-hans: 能发送数据的才算。}
        core: true
        visible_if: {fact: profile.has_machines, op: is, value: yes}
        minimum: 0
        maximum: 100
        decimals: 1
        unit: {en: '%', zh-hans: '%'}
        ratio:
          numerator: {en: Networked machines, zh-hans: 联网设备}
          denominator: {en: All machines, zh-hans: 全部设备}
        bands:
          - {upto: 20, credit: 0}
          - {upto: 59.5, credit: 0.5, label: {en: Some, zh-hans: 部分}}
          - {upto: 100, credit: 1}
        crosswalk:
          - {ref: 'DII:I2', alignment: partial}
        reference_lines: [networked]
      - key: E2
        kind: multi
        text: {en: What is recorded?, zh-hans: 记录哪些数据？}
        allow_not_applicable: true
        options:
          - {key: output, label: {en: Output, zh-hans: 产量}, points: 1}
          - {key: faults, label: {en: Faults, zh-hans: 故障}, points: 1.5}
          - {key: nothing, label: {en: Nothing, zh-hans: 无}, points: 0, exclusive: true}
        steps:
          - {points: 0, credit: 0}
          - {points: 1, credit: 0.4}
          - {points: 2.5, credit: 1}
  - key: talent
    title: {en: Talent, zh-hans: 人才}
    node: talent
    questions:
      - key: T1
        kind: single
        text: {en: Who is in charge?, zh-hans: 谁负责？}
        core: true
        evidence: {en: Name, zh-hans: 姓名}
        options:
          - {key: nobody, label: {en: Nobody, zh-hans: 无}, credit: 0}
          - {key: part_time, label: {en: Part-time, zh-hans: 兼职}, credit: 0.5}
          - {key: full_time, label: {en: Full-time, zh-hans: 专职}, credit: 1}
      - key: T2
        kind: text
        text: {en: Anything else?, zh-hans: 其他？}
tree:
  key: overall
  title: {en: Overall, zh-hans: 总体}
  children:
    - key: equipment
      title: {en: Equipment, zh-hans: 设备}
      weight: 1
      why: {en: Machines., zh-hans: 设备。}
      measures:
        - {question: E1, weight: 2}
        - {question: E2, weight: 1}
    - key: talent
      title: {en: Talent, zh-hans: 人才}
      weight: 1
      measures:
        - {question: T1, weight: 1}
levels:
  - {key: basic, title: {en: Basic, zh-hans: 基础}, lower: 0}
  - key: advanced
    title: {en: Advanced, zh-hans: 先进}
    lower: 50
    gate:
      all:
        - {fact: node.talent, op: gte, value: 50}
        - not: {fact: answer.T1, op: is, value: nobody}
    gate_text: {en: Somebody is in charge., zh-hans: 有人负责。}
consistency:
  - key: machines_without_data
    when: {any: [{fact: answer.E1, op: gt, value: 50.5}, {fact: unknown.E2, op: is, value: yes}]}
    message: {en: Really?, zh-hans: 确定吗？}
    questions: [E1, E2]
reference_lines:
  - key: networked
    title: {en: Networked machines, zh-hans: 联网率}
    value: 55.7
    unit: '%'
    period: mid-2022
    kind: mean
    scope: {en: Nation, zh-hans: 全国}
    source: {en: Briefing, zh-hans: 发布会}
frameworks:
  - key: DII
    title: {en: Digital Intensity Index, zh-hans: 数字化强度指数}
    items:
      - {key: I2, title: {en: Broadband, zh-hans: 宽带}}
size:
  employees: employees
  revenue: employees
  sector: sector
  labels: {small: {en: Small, zh-hans: 小型}, micro: {en: Micro, zh-hans: 微型}}
  smallest: micro
  rules:
    - {sectors: [], classes: [{size: small, employees: 20}]}
  source: {en: Official thresholds, zh-hans: 官方标准}
examples:
  - key: half
    title: {en: Half way, zh-hans: 一半}
    answers: {employees: 12, has_machines: yes, E1: 40, E2: [output, faults], T1: part_time}
    expect:
      overall: {score: 58.3333333, level: advanced}
      equipment: {score: 66.6666667}
    tolerance: 0.0000001
  - key: weak
    title: {en: At the start, zh-hans: 起步}
    answers: {employees: 3, has_machines: no, E2: not_applicable, T1: nobody}
    expect:
      overall: {score: 0, coverage: 1, level: basic}
      equipment: {status: not_assessed}
  - key: strong
    title: {en: At the top, zh-hans: 领先}
    answers: {employees: 30, has_machines: yes, E1: 100, E2: [output, faults], T1: full_time}
    expect:
      overall: {score: 100, level: advanced}
"""


def small_data() -> dict[str, Any]:
    """This function will return the small bank as fresh plain data, to be varied."""
    data: dict[str, Any] = read_yaml(SMALL_BANK, "small.yaml")
    return data


def small_bank(**changes: Any) -> BankDocument:
    """This function will return the small bank with parts of its document replaced."""
    return BankDocument.model_validate(small_data() | changes)


def written_bank(text: str = SMALL_BANK) -> BankDocument:
    return read_bank(text, "small.yaml")
