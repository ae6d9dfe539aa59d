namespace CleanApi.Infrastructure.Webhooks;

/// <summary>
/// Where this instance sends as much at once as it does: nothing more is claimed for it. One that does not answer holds up nobody else: an endpoint, an organization and a
/// server have a share each, and all endpoints that were slow the last time have one together, however many organizations somebody registers for them.
/// </summary>
internal sealed class BusyDestinations
{
    /// <summary>Deliveries under way at once, of all organizations.</summary>
    public const int AtATime = 128;

    private const int PerEndpoint = 4;
    private const int PerOrganization = 16;
    private const int PerOrganizationWhenFull = 4;
    private const int PerServer = 8;
    private const int AllSlow = 32;

    // What is remembered of the slow; then it is found out again.
    private const int MaxSlow = 10_000;

    // An attempt that takes longer is slow.
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(3);

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, int> endpoints = [];
    private readonly Dictionary<Guid, int> organizations = [];
    private readonly Dictionary<string, Dictionary<Guid, int>> servers = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<Guid> slow = [];
    private int total;
    private int totalSlow;

    /// <summary>Something is sent there.</summary>
    public void Enter(WebhookItem item)
    {
        lock (gate)
        {
            Change(item, 1);
        }
    }

    /// <summary>It has ended.</summary>
    /// <param name="item">What was sent.</param>
    /// <param name="duration">How long the attempt took.</param>
    public void Leave(WebhookItem item, TimeSpan duration)
    {
        lock (gate)
        {
            Change(item, -1);
            var id = item.EndpointId.Value;
            var runningOfIt = endpoints.GetValueOrDefault(id);
            if (duration < Slow)
            {
                totalSlow -= slow.Remove(id) ? runningOfIt : 0;
            }
            else if (slow.Count < MaxSlow && slow.Add(id))
            {
                totalSlow += runningOfIt;
            }
        }
    }

    /// <summary>The ids of endpoints and organizations that have their share. Never empty: the statement has its parameter.</summary>
    public IReadOnlyList<string> List()
    {
        lock (gate)
        {
            var perOrganization = total < AtATime / 2 ? PerOrganization : PerOrganizationWhenFull;
            return [
                "",
                .. Full(endpoints, id => slow.Contains(id) ? 1 : PerEndpoint),
                .. Full(organizations, _ => perOrganization),
                .. servers.Values.Where(server => server.Values.Sum() >= PerServer).SelectMany(server => server.Keys).Select(id => id.ToString()),
                .. totalSlow >= AllSlow ? slow.Select(id => id.ToString()) : [],
            ];
        }
    }

    private static IEnumerable<string> Full(Dictionary<Guid, int> counts, Func<Guid, int> share) =>
        counts.Where(one => one.Value >= share(one.Key)).Select(one => one.Key.ToString());

    private void Change(WebhookItem item, int by)
    {
        var (endpoint, name) = (item.EndpointId.Value, ServerOf(item.Url));
        total += by;
        totalSlow += slow.Contains(endpoint) ? by : 0;
        Change(endpoints, endpoint, by);
        Change(organizations, item.OrganizationId.Value, by);
        if (!servers.TryGetValue(name, out var server))
        {
            servers[name] = server = [];
        }

        // Those that nothing is sent to now are known all the same, as long as something is sent to the server.
        server[endpoint] = server.GetValueOrDefault(endpoint) + by;
        if (server.Values.All(count => count == 0))
        {
            servers.Remove(name);
        }
    }

    // What was stored by a release that took more is refused when it is sent.
    private static string ServerOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Authority : url;

    private static void Change(Dictionary<Guid, int> counts, Guid id, int by)
    {
        if ((counts[id] = counts.GetValueOrDefault(id) + by) == 0)
        {
            counts.Remove(id);
        }
    }
}
