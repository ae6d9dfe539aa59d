namespace CleanApi.Application.Common.Paging;

/// <summary>The names, and ends of names, of parameters that mean something in every list (<see cref="ListConditions{T}"/>).</summary>
internal static class ListParameterNames
{
    /// <summary>A text to look for.</summary>
    public const string Search = nameof(Search);

    /// <summary>The end of the name of an exclusive lower bound of a time: <c>CreatedAfter</c>.</summary>
    public const string After = nameof(After);

    /// <summary>The end of the name of an exclusive upper bound of a time: <c>CreatedBefore</c>.</summary>
    public const string Before = nameof(Before);
}
