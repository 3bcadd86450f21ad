/// The exact test of Mann and Whitney: how likely it is that chance alone sets two samples apart.
///
/// H. B. Mann, D. R. Whitney: On a test of whether one of two random variables is stochastically
/// larger than the other. Annals of Mathematical Statistics 18 (1947), 50–60.
public enum RankTest {
  /// Larger samples are cut to so many, so that the exact count stays small.
  private static let mostValues = 40

  /// The two-sided probability, 0 to 1, of a rank sum at least as far from the middle, over every
  /// way to deal the values out; ties share their mean rank. Nil without values on both sides.
  public static func probability(_ first: [Double], _ second: [Double]) -> Double? {
    let first = Array(first.prefix(mostValues))
    let second = Array(second.prefix(mostValues))
    guard !first.isEmpty, !second.isEmpty else { return nil }
    let ranks = doubledRanks(first + second)
    let observed = ranks.prefix(first.count).reduce(0, +)
    let total = ranks.reduce(0, +)
    let ways = rankSums(of: ranks, choosing: first.count)
    // Doubled ranks: the mean of the sum is count × total / all, compared without fractions.
    let all = ranks.count
    let distance = abs(observed * all - first.count * total)
    var extreme = 0.0
    var every = 0.0
    for (sum, count) in ways.enumerated() where count > 0 {
      every += count
      if abs(sum * all - first.count * total) >= distance { extreme += count }
    }
    return extreme / every
  }

  /// Ranks from 1 times two, so that the mean rank of ties is whole.
  private static func doubledRanks(_ values: [Double]) -> [Int] {
    values.map { value in
      let below = values.count { $0 < value }
      let same = values.count { $0 == value }
      return 2 * below + same + 1
    }
  }

  /// For each sum, how many subsets of `count` ranks have it.
  private static func rankSums(of ranks: [Int], choosing count: Int) -> [Double] {
    let total = ranks.reduce(0, +)
    var ways = [[Double]](
      repeating: [Double](repeating: 0, count: total + 1), count: count + 1)
    ways[0][0] = 1
    for rank in ranks {
      for chosen in stride(from: count, to: 0, by: -1) {
        for sum in stride(from: total, through: rank, by: -1) {
          ways[chosen][sum] += ways[chosen - 1][sum - rank]
        }
      }
    }
    return ways[count]
  }
}
