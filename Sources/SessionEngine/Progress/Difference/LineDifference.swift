/// The difference of two lists of lines: lines that each has once hold it in place, what is between
/// them is compared line by line where it is short, and stands whole against whole where it is not.
struct LineDifference {
  /// At most so many pairs of lines are compared in one piece: about a millisecond.
  private static let mostPairs = 1_000_000

  /// The lines both have, as pairs of places in ascending order.
  private(set) var common: [(own: Int, solution: Int)] = []

  private struct Piece {
    var own: Range<Int>
    var solution: Range<Int>
  }

  init(own: [Substring], solution: [Substring]) {
    var numbers: [Substring: Int] = [:]
    func number(_ line: Substring) -> Int {
      if let known = numbers[line] { return known }
      numbers[line] = numbers.count
      return numbers.count - 1
    }
    let (left, right) = (own.map(number), solution.map(number))
    // Pieces in reverse, so that the next one is the last.
    var pieces = [Piece(own: left.indices, solution: right.indices)]
    while let piece = pieces.popLast() {
      let rest = takeEnds(piece, left, right)
      guard !rest.own.isEmpty, !rest.solution.isEmpty else { continue }
      let anchors = Self.anchors(rest, left, right)
      if anchors.isEmpty {
        compare(rest, left, right)
      } else {
        pieces += Self.split(rest, at: anchors).reversed()
      }
    }
    common.sort { $0.own < $1.own }
  }

  /// Takes what both begin and end with; answers what is between.
  private mutating func takeEnds(_ piece: Piece, _ left: [Int], _ right: [Int]) -> Piece {
    var (own, solution) = (piece.own, piece.solution)
    while let first = own.first, let other = solution.first, left[first] == right[other] {
      common.append((first, other))
      own.removeFirst()
      solution.removeFirst()
    }
    while let last = own.last, let other = solution.last, left[last] == right[other] {
      common.append((last, other))
      own.removeLast()
      solution.removeLast()
    }
    return Piece(own: own, solution: solution)
  }

  /// Lines that stand once on each side, the longest run of them that keeps its order.
  private static func anchors(
    _ piece: Piece, _ left: [Int], _ right: [Int]
  ) -> [(own: Int, solution: Int)] {
    func places(_ range: Range<Int>, _ lines: [Int]) -> [Int: Int] {
      var places: [Int: Int] = [:]
      for index in range {
        places[lines[index]] = places[lines[index]] == nil ? index : -1
      }
      return places
    }
    let (mine, others) = (places(piece.own, left), places(piece.solution, right))
    let pairs = mine.compactMap { line, own -> (own: Int, solution: Int)? in
      guard own >= 0, let solution = others[line], solution >= 0 else { return nil }
      return (own, solution)
    }.sorted { $0.own < $1.own }
    return longestAscending(pairs)
  }

  private static func longestAscending(
    _ pairs: [(own: Int, solution: Int)]
  ) -> [(own: Int, solution: Int)] {
    var tails: [Int] = []
    var before = [Int](repeating: -1, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, tails.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[tails[middle]].solution < pair.solution { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[index] = tails[low - 1] }
      if low == tails.count { tails.append(index) } else { tails[low] = index }
    }
    var result: [(own: Int, solution: Int)] = []
    var index = tails.last ?? -1
    while index >= 0 {
      result.append(pairs[index])
      index = before[index]
    }
    return result.reversed()
  }

  /// Each piece but the first begins with its anchor, which both sides have.
  private static func split(
    _ piece: Piece, at anchors: [(own: Int, solution: Int)]
  ) -> [Piece] {
    var pieces: [Piece] = []
    var (own, solution) = (piece.own.lowerBound, piece.solution.lowerBound)
    for anchor in anchors {
      pieces.append(Piece(own: own..<anchor.own, solution: solution..<anchor.solution))
      (own, solution) = (anchor.own, anchor.solution)
    }
    pieces.append(
      Piece(own: own..<piece.own.upperBound, solution: solution..<piece.solution.upperBound))
    return pieces
  }

  /// The longest common subsequence, by a table of lengths.
  private mutating func compare(_ piece: Piece, _ left: [Int], _ right: [Int]) {
    let (rows, columns) = (piece.own.count, piece.solution.count)
    guard rows.multipliedReportingOverflow(by: columns).partialValue <= Self.mostPairs else {
      return
    }
    let (top, start) = (piece.own.lowerBound, piece.solution.lowerBound)
    let width = columns + 1
    var lengths = [Int32](repeating: 0, count: (rows + 1) * width)
    for row in stride(from: rows - 1, through: 0, by: -1) {
      for column in stride(from: columns - 1, through: 0, by: -1) {
        let place = row * width + column
        lengths[place] =
          left[top + row] == right[start + column]
          ? lengths[place + width + 1] + 1
          : max(lengths[place + width], lengths[place + 1])
      }
    }
    var (row, column) = (0, 0)
    while row < rows, column < columns {
      if left[top + row] == right[start + column] {
        common.append((top + row, start + column))
        (row, column) = (row + 1, column + 1)
      } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
  }
}
