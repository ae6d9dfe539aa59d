using CleanApi.Application.Events;
using CleanApi.WebApi.Requests;

namespace CleanApi.WebApi.Events;

/// <summary>Where a client goes on that connects again (HTML Standard, section 9.2.4).</summary>
internal static class LastEventId
{
    /// <summary>The query from the last event that has arrived. The header comes before the address, which is that of the first time.</summary>
    public static StreamEvents Resume(StreamEvents query, HttpRequest request) =>
        request.Headers[HttpHeaders.LastEventId] is [{ Length: > 0 } last] ? query with { After = last } : query;
}
