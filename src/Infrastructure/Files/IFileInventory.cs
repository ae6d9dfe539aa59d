namespace CleanApi.Infrastructure.Files;

/// <summary>What a storage has, for housekeeping: also what no file has.</summary>
internal interface IFileInventory
{
    /// <summary>The names of all that is stored: ids of files, and ids with <see cref="LocalFileStore.Draft"/>, and what others have put there.</summary>
    IAsyncEnumerable<string> NamesAsync(CancellationToken cancellationToken);

    /// <summary>Deletes one; nothing where it is gone.</summary>
    Task DeleteAsync(string name, CancellationToken cancellationToken);
}
