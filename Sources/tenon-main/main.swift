/// The process: all of the command is in TenonCommand, which tests and fuzzers use too.
import TenonCommand

Program.main()
