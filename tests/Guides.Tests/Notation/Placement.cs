namespace CleanApi.Guides.Tests.Notation;

/// <summary>What a placed block does to its file.</summary>
internal enum Placement
{
    /// <summary>The block is a new file.</summary>
    NewFile,

    /// <summary>The block becomes the last member of the class in the file.</summary>
    LastMember,

    /// <summary>The block is inserted after the first line that contains <see cref="Block.Anchor"/>.</summary>
    After,
}
