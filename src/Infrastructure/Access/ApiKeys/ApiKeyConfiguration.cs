using CleanApi.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanApi.Infrastructure.Access;

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    private const char Separator = ' ';

    /// <summary>Parses the scopes column.</summary>
    public static IReadOnlyList<string> ReadScopes(string text) => text.Split(Separator, StringSplitOptions.RemoveEmptyEntries);

    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.Property(key => key.Scopes).HasConversion(
            scopes => string.Join(Separator, scopes),
            text => ReadScopes(text),
            // A list is replaced, never changed.
            new ValueComparer<IReadOnlyList<string>>((one, other) => ReferenceEquals(one, other), scopes => scopes.Count));
    }
}
