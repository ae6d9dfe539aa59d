using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CleanApi.Application.Common.Paging;
using CleanApi.WebApi.OpenApi;

namespace CleanApi.WebApi.Common;

/// <summary>About one page of a list that is read by page number.</summary>
/// <param name="Total">How many match in all; left out with <c>total=false</c>.</param>
/// <param name="Page">This page's number, from 1.</param>
/// <param name="PerPage">The limit asked for.</param>
/// <param name="TotalPages">How many pages there are; left out with <c>total=false</c>.</param>
/// <param name="RequestId">Our id of the request.</param>
public sealed record NumberedMeta(
    [property: AtLeast(0), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Total,
    [property: Range(1, PageLimits.MaxPage)] int Page,
    [property: Range(1, PageLimits.MaxLimit)] int PerPage,
    [property: AtLeast(0), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? TotalPages,
    [property: RequestId] string RequestId);
