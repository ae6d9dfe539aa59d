using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CleanApi.Application.Common.Paging;
using CleanApi.Application.Events;
using CleanApi.WebApi.OpenApi;

namespace CleanApi.WebApi.Common;

/// <summary>About one page of a list, read by cursor or by number; what a mode has no value for is null.</summary>
/// <param name="Total">How many match in all; null with <c>total=false</c>.</param>
/// <param name="PerPage">The limit asked for.</param>
/// <param name="HasMore">Whether items follow.</param>
/// <param name="NextCursor">Where the next page begins; null at the end, and by number.</param>
/// <param name="Page">This page's number, from 1; null by cursor.</param>
/// <param name="TotalPages">How many pages there are; null by cursor, and with <c>total=false</c>.</param>
/// <param name="RequestId">Our id of the request.</param>
public sealed record PageMeta(
    [property: AtLeast(0)] long? Total,
    [property: Range(1, PageLimits.MaxLimit)] int PerPage,
    bool HasMore,
    string? NextCursor,
    [property: Range(1, PageLimits.MaxPage)] int? Page,
    [property: AtLeast(0)] long? TotalPages,
    [property: RequestId] string RequestId)
{
    /// <summary>The event log alone: <c>after</c> of the next request, which goes on where this page has read to, also where nothing matched.</summary>
    [MaxLength(EventCursorForm.PlaceLength)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? After { get; init; }
}
