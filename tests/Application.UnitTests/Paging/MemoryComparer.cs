using System.Collections;
using CleanApi.Domain.Posts;
using CleanApi.Domain.Users;

namespace CleanApi.Application.UnitTests.Paging;

/// <summary>Orders values as the database does: text by code unit, ids by their UUIDs.</summary>
internal sealed class MemoryComparer : IComparer<object?>
{
    public static readonly MemoryComparer Instance = new();

    public int Compare(object? x, object? y) => (x, y) switch
    {
        (string a, string b) => string.CompareOrdinal(a, b),
        (EmailAddress a, EmailAddress b) => string.CompareOrdinal(a.Value, b.Value),
        (PostId a, PostId b) => string.CompareOrdinal(a.ToString(), b.ToString()),
        (UserId a, UserId b) => string.CompareOrdinal(a.ToString(), b.ToString()),
        _ => Comparer.DefaultInvariant.Compare(x, y),
    };
}
