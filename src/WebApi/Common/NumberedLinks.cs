using System.ComponentModel.DataAnnotations;

namespace CleanApi.WebApi.Common;

/// <summary>Relative links to this page and its neighbours, with the query kept.</summary>
/// <param name="Self">This page.</param>
/// <param name="First">The first page.</param>
/// <param name="Prev">The page before; null on the first.</param>
/// <param name="Next">The page after; null on the last.</param>
/// <param name="Last">The last page; null with <c>total=false</c>.</param>
public sealed record NumberedLinks(
    [property: DataType("uri-reference")] string Self,
    [property: DataType("uri-reference")] string First,
    [property: DataType("uri-reference")] string? Prev,
    [property: DataType("uri-reference")] string? Next,
    [property: DataType("uri-reference")] string? Last);
