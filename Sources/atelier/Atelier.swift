import AtelierApp
import CPosix
import Glibc

@main
struct Atelier {
  static func main() async {
    if CommandLine.argc > 1, CommandLine.arguments[1] == ATELIER_SUPERVISE_ARGUMENT {
      atelier_supervise(CommandLine.argc, CommandLine.unsafeArgv)
    }
    if CommandLine.argc > 1, CommandLine.arguments[1] == ATELIER_GUARD_ARGUMENT {
      atelier_guard(CommandLine.argc, CommandLine.unsafeArgv)
    }
    // A file that may not grow is a write that fails, and is told; it must not end the program.
    signal(SIGXFSZ, SIG_IGN)
    await AtelierCommand.start()
  }
}
