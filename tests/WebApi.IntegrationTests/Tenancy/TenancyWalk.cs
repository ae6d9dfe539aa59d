using System.Text.RegularExpressions;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Tenancy;

/// <summary>Sends the requests of Globex's administrator, once with Acme's ids and once with ids that never were.</summary>
internal sealed partial class TenancyWalk(HttpClient globex, TenantData acme)
{
    /// <summary>What is wrong with how an operation answers to Acme's ids; empty when nothing is.</summary>
    /// <param name="request">The request with an id of each prefix.</param>
    /// <param name="statuses">The statuses that are right.</param>
    /// <param name="prefixes">The prefixes of the ids that it carries.</param>
    public async Task<IEnumerable<string>> FaultsAsync(Func<Func<string, string>, HttpRequestMessage> request, int[] statuses, params string[] prefixes)
    {
        var unknown = prefixes.Distinct(StringComparer.Ordinal).ToDictionary(prefix => prefix, TenantData.Unknown, StringComparer.Ordinal);
        var toForeign = await globex.AnswerAsync(request(acme.Id));
        var toUnknown = await globex.AnswerAsync(request(prefix => unknown[prefix]));
        return Faults(toForeign, toUnknown, statuses, Plain(toForeign, prefixes, acme.Id), Plain(toUnknown, prefixes, prefix => unknown[prefix]));
    }

    private static IEnumerable<string> Faults(Answer toForeign, Answer toUnknown, int[] statuses, string foreign, string unknown)
    {
        if (!statuses.Contains(toForeign.Status))
        {
            yield return $"another tenant's id: {toForeign}";
        }

        if (toForeign.Status != toUnknown.Status || foreign != unknown)
        {
            yield return $"another tenant's id: {toForeign}, one that never was: {toUnknown}";
        }
    }

    // Without what differs between two requests that are told the same.
    private static string Plain(Answer answer, string[] prefixes, Func<string, string> id) =>
        Differing().Replace(prefixes.Aggregate(answer.Body, (body, prefix) => body.Replace(id(prefix), prefix, StringComparison.Ordinal)), "");

    [GeneratedRegex("req_[0-9a-z]{26}|\"timestamp\":\"[^\"]+\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Differing();
}
