using System.ComponentModel.DataAnnotations;

namespace CleanApi.WebApi.Common;

/// <summary>Relative links to this page and its neighbours, with the query kept.</summary>
/// <param name="Self">This page.</param>
/// <param name="First">The first page.</param>
/// <param name="Next">The next page; null at the end.</param>
public sealed record CursorLinks(
    [property: DataType("uri-reference")] string Self,
    [property: DataType("uri-reference")] string First,
    [property: DataType("uri-reference")] string? Next);
