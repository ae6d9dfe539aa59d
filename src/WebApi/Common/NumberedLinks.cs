namespace CleanApi.WebApi.Common;

/// <summary>Relative links to this page and its neighbours, with the query kept.</summary>
/// <param name="Self">This page.</param>
/// <param name="First">The first page.</param>
/// <param name="Prev">The page before; null on the first.</param>
/// <param name="Next">The page after; null on the last.</param>
/// <param name="Last">The last page; null with <c>total=false</c>.</param>
public sealed record NumberedLinks(string Self, string First, string? Prev, string? Next, string? Last);
