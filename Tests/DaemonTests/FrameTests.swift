import Testing

@testable import Daemon

@Suite struct FrameTests {
  private let frame = Frame(kind: .file, fields: [[1, 2, 3], [], [UInt8](repeating: 7, count: 70_000)])

  @Test func `a frame is the same after the pipe, however it is cut up`() throws {
    for size in [1, 3, 4, 5, 4096, 1 << 20] {
      var buffer = FrameBuffer()
      var frames: [Frame] = []
      let bytes = frame.encoded + Frame(kind: .line, fields: []).encoded
      for start in stride(from: 0, to: bytes.count, by: size) {
        buffer.append(bytes[start..<min(start + size, bytes.count)])
        while let next = try buffer.next() { frames.append(next) }
      }
      #expect(frames == [frame, Frame(kind: .line, fields: [])])
    }
  }

  @Test(
    arguments: [[0, 0, 0, 0, 1], [1, 0, 0, 0, 99], [3, 0, 0, 0, 1, 9, 9], [6, 0, 0, 0, 1, 9, 0, 0, 0, 1]]
      as [[UInt8]])
  func `what no peer writes is refused`(bytes: [UInt8]) {
    var buffer = FrameBuffer()
    buffer.append(bytes)
    #expect(throws: FrameBuffer.Malformed.self) { _ = try buffer.next() }
  }

  @Test func `the first field is found in a frame on its way`() {
    let line = Array("{}".utf8)
    #expect(Array(Frame.firstField(of: Frame.encoded(.line, [line]))) == line)
  }

  @Test func `a frame that claims to be long takes no memory before it comes`() throws {
    var buffer = FrameBuffer()
    buffer.append([0, 0, 0, 0x70, 3])
    #expect(try buffer.next() == nil)
    #expect(buffer.roomCount < 1 << 20)
  }
}
