namespace CleanApi.Application.Files;

/// <summary>A file and its bytes.</summary>
/// <param name="File">The file.</param>
/// <param name="Content">Its bytes, readable from any position; whoever gets it closes it.</param>
public sealed record FileDownload(StoredFileResponse File, Stream Content);
