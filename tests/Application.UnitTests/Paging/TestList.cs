using CleanApi.Application.Common.Paging;

namespace CleanApi.Application.UnitTests.Paging;

/// <summary>A list of nothing in particular.</summary>
[SortedBy("CreatedAt", "Name")]
internal record TestList(string? Role = null, params string[] Words) : PagedQuery<string>
{
    [DoesNotFilter("It says what is returned.")]
    public string? Include { get; init; }

    internal Guid? Owner { get; init; }
}
