namespace CleanApi.Application.Files;

/// <summary>How much of its quota the caller's organization uses.</summary>
public interface IFileUsage
{
    /// <summary>Bytes that the files of an organization have together at most.</summary>
    long Quota { get; }

    /// <summary>Bytes that its files have together, the deleted ones left out.</summary>
    Task<long> TotalAsync(CancellationToken cancellationToken);
}
