using CleanApi.Application.Common.Paging;

namespace CleanApi.Application.UnitTests.Paging;

/// <summary>A list of nothing in particular.</summary>
internal sealed record TestList(string? Cursor = null, string OrderBy = "createdAt", string OrderDir = "desc", string Filter = "") : IPagedQuery
{
    public int? Page => null;

    public int Limit => 20;

    public bool Total => true;
}
