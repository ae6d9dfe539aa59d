using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CleanApi.Application.Common.Paging;
using CleanApi.WebApi.OpenApi;

namespace CleanApi.WebApi.Common;

/// <summary>About one page of a list that is read by cursor.</summary>
/// <param name="Total">How many match in all; left out with <c>total=false</c>.</param>
/// <param name="PerPage">The limit asked for.</param>
/// <param name="HasMore">Whether items follow.</param>
/// <param name="NextCursor">Where the next page begins; null at the end.</param>
/// <param name="RequestId">Our id of the request.</param>
public sealed record CursorMeta(
    [property: AtLeast(0), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Total,
    [property: Range(1, PageLimits.MaxLimit)] int PerPage,
    bool HasMore,
    string? NextCursor,
    [property: RequestId] string RequestId);
