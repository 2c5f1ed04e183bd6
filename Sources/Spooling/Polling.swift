import CLinux

extension Folder {
  /// The `f_type` of statfs(2) of file systems whose content may change behind the kernel's back: NFS, SMB and CIFS in
  /// three kinds, FUSE, 9p, AFS, Coda, Ceph, Lustre, GPFS, OCFS2, GFS2, and the shared folders of virtual machines.
  private static let remoteTypes: Set<Int> = [
    0x6969, 0xFF53_4D42, 0xFE53_4D42, 0x517B, 0x6573_5546, 0x0102_1997, 0x5346_414F, 0x6B41_4653, 0x7375_7245,
    0x00C3_6400, 0x0BD0_0BD0, 0x4750_4653, 0x7461_636F, 0x0116_1970, 0x786F_4256,
  ]

  /// Whether inotify(7) cannot be trusted in the folder.
  var isRemote: Bool {
    Self.remoteTypes.contains(Int(linux_file_system_type(descriptor)) & 0xFFFF_FFFF)
  }
}
