using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Support;

/// <summary>Validates every response against the OpenAPI document; any test that receives an undocumented response fails.</summary>
/// <param name="contract">The contract.</param>
/// <param name="logs">Of the API; null where nobody counts its statements.</param>
internal sealed class ContractHandler(Func<Task<ContractDocument>> contract, LogRecorder? logs = null) : DelegatingHandler
{
    /// <summary>Set by whoever reads an endless response as it comes.</summary>
    internal static readonly HttpRequestOptionsKey<bool> Follows = new(nameof(Follows));

    // By address: each page once for each API of the run.
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, bool> Pages = new(StringComparer.Ordinal);

    // By path, relation and parameters: each kind of link of a list once in a run, because lists are read often.
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, bool> Links = new(StringComparer.Ordinal);

    /// <summary>Validates against the contract of an API.</summary>
    public ContractHandler(ApiFixture api)
        : this(() => ContractDocument.OfAsync(api.Services), api.Logs)
    {
    }

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        // An endless response has no body to validate, and whoever does not read it as it comes gets its beginning.
        if (response.Content.Headers.ContentType?.MediaType == "text/event-stream")
        {
            return request.Options.TryGetValue(Follows, out _) ? response : await BeginningAsync(response, cancellationToken);
        }

        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var document = await contract();
        if (document.Failure is not null)
        {
            return response;
        }

        var violations = (await document.CheckAsync(request, response)).Concat(await DeadLinksAsync(request, response, cancellationToken))
            .Concat(await DeadPagesAsync(request, response, cancellationToken)).ToList();
        return violations.Count == 0
            ? response
            : throw new ContractViolationException(
                $"{request.Method} {request.RequestUri!.PathAndQuery} answered {(int)response.StatusCode}, against the contract:\n- {string.Join("\n- ", violations)}");
    }

    // A new resource is where the answer says, although whoever created it may have to sign in first, or may only write; and an error's page is there.
    private async Task<IReadOnlyList<string>> DeadLinksAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        List<string> dead = [];
        if (response is { StatusCode: System.Net.HttpStatusCode.Created, Headers.Location: { } location }
            && await StatusAsync(request, location, cancellationToken) is var status and not (200 or 401 or 403))
        {
            dead.Add($"Location leads to {status}: {location}");
        }

        if (!response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType == "application/json"
            && (await response.JsonAsync()).TryGetProperty("error", out var error) && error.Text("documentation") is { } page && Pages.TryAdd(page, true)
            && await StatusAsync(request, new Uri(page), cancellationToken) is var found and not 200)
        {
            dead.Add($"documentation leads to {found}: {page}");
        }

        return dead;
    }

    // A page leads to its neighbours, whatever was asked for.
    private async Task<IReadOnlyList<string>> DeadPagesAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        List<string> dead = [];
        if (logs?.IsCounting is true || request.Method != HttpMethod.Get || !response.IsSuccessStatusCode || response.Content.Headers.ContentType?.MediaType != "application/json"
            || await response.JsonAsync() is not { ValueKind: JsonValueKind.Object } body || !body.TryGetProperty("links", out var links) || !links.TryGetProperty("self", out _))
        {
            return dead;
        }

        foreach (var link in links.EnumerateObject().Where(link => link.Value.ValueKind == JsonValueKind.String))
        {
            var address = link.Value.GetString()!;
            if (Links.TryAdd(Kind(link.Name, address), true) && await StatusAsync(request, new Uri(address, UriKind.RelativeOrAbsolute), cancellationToken) is var status and not 200)
            {
                dead.Add($"{link.Name} leads to {status}: {address}");
            }
        }

        return dead;
    }

    private static async Task<HttpResponseMessage> BeginningAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var stream = response.Content;
        using var reader = new StreamReader(await stream.ReadAsStreamAsync(cancellationToken));
        List<string> lines = [];
        while (await reader.ReadLineAsync(cancellationToken) is { Length: > 0 } line)
        {
            lines.Add(line);
        }

        response.Content = new StringContent(string.Join('\n', lines), System.Text.Encoding.UTF8, "text/event-stream");
        stream.Dispose();
        return response;
    }

    private static string Kind(string relation, string address)
    {
        var parts = address.Split('?', 2);
        var names = parts.Skip(1).SelectMany(query => query.Split('&')).Select(pair => pair.Split('=')[0]).Order(StringComparer.Ordinal);
        return $"{relation} {parts[0]} {string.Join(' ', names)}";
    }

    private async Task<int> StatusAsync(HttpRequestMessage request, Uri address, CancellationToken cancellationToken)
    {
        using var follow = new HttpRequestMessage(HttpMethod.Get, new Uri(request.RequestUri!, address.IsAbsoluteUri ? address.PathAndQuery : address.OriginalString));
        follow.Headers.Authorization = request.Headers.Authorization;
        if (request.Headers.TryGetValues("Cookie", out var cookies))
        {
            follow.Headers.Add("Cookie", cookies);
        }

        using var response = await base.SendAsync(follow, cancellationToken);
        return (int)response.StatusCode;
    }
}
