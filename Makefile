# Short names for ./run, which does the work.
.PHONY: run demo test bench
run:
	./run
demo:
	./run demo
test:
	./run test
bench:
	./run bench
