using CleanApi.Application.Files;
using CleanApi.Domain.Files;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Infrastructure.Files;

/// <inheritdoc cref="IFileUsage" />
internal sealed class FileUsage(CleanApiDbContext db, StorageSettings settings) : IFileUsage
{
    /// <inheritdoc />
    public long Quota => settings.Quota;

    /// <inheritdoc />
    public Task<long> TotalAsync(CancellationToken cancellationToken) => db.Set<StoredFile>().SumAsync(file => file.Size, cancellationToken);
}
