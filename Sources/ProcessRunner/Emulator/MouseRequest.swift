/// Which mouse events the program in an emulated terminal has asked for.
enum MouseRequest: Int32 {
  case none = 0
  case clicks = 1
  case drags = 2
  case moves = 3
}
