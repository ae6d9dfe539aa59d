namespace CleanApi.Application.Common.Paging;

/// <summary>The bounds and defaults of every list.</summary>
public static class PageLimits
{
    public const int DefaultLimit = 20;
    public const int MaxLimit = 100;
    public const int MaxPage = 1000;
    public const string Ascending = "asc";
    public const string Descending = "desc";
}
