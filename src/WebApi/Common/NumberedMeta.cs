using System.Text.Json.Serialization;

namespace CleanApi.WebApi.Common;

/// <summary>About one page of a list that is read by page number.</summary>
/// <param name="Total">How many match in all; left out with <c>total=false</c>.</param>
/// <param name="Page">This page's number, from 1.</param>
/// <param name="PerPage">The limit asked for.</param>
/// <param name="TotalPages">How many pages there are; left out with <c>total=false</c>.</param>
/// <param name="RequestId">Our id of the request.</param>
public sealed record NumberedMeta(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Total,
    int Page,
    int PerPage,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? TotalPages,
    string RequestId);
