using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CleanApi.Application.Webhooks;
using CleanApi.Domain.Webhooks;
using CleanApi.Infrastructure.Outbound;
using CleanApi.Infrastructure.Queue;

namespace CleanApi.Infrastructure.Webhooks;

/// <summary>Sends a delivery to its endpoint, once, signed. Whatever comes of it is an outcome; only the host that stops is an exception.</summary>
internal sealed class WebhookClient(IHttpClientFactory clients, OutboundGuard guard, IWebhookSecrets secrets, TimeProvider clock)
{
    /// <summary>The client's name.</summary>
    public const string Name = "webhooks";

    /// <summary>How long an attempt may take, from the name's resolution to the part of the answer that is kept.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Sends it.</summary>
    public async Task<WebhookOutcome> SendAsync(WebhookItem item, CancellationToken cancellationToken)
    {
        var (now, start) = (clock.GetUtcNow(), clock.GetTimestamp());
        using var patience = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        WebhookOutcome Failed(string error) => new(now, clock.GetElapsedTime(start), null, null, error);
        try
        {
            using var request = Request(item, now);
            using var client = clients.CreateClient(Name);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            var (status, body) = ((int)response.StatusCode, await BeginningAsync(response.Content, both.Token));
            // A status of fewer digits is none, and the log has no place for it.
            return new WebhookOutcome(
                now, clock.GetElapsedTime(start), status >= 100 ? status : null, body, Judge(response.StatusCode), RetryAfter(response.Headers.RetryAfter, now));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed($"The endpoint did not answer within {Patience.TotalSeconds:0} seconds");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or WebhookFailedException)
        {
            return Failed(Describe(exception));
        }
    }

    private HttpRequestMessage Request(WebhookItem item, DateTimeOffset now)
    {
        // What was accepted when it was saved may not be any more: the setting for tests was on, or a release has become stricter.
        if (!guard.Accepts(item.Url))
        {
            throw new OutboundRefusedException();
        }

        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, item.Url) { Content = new StringContent(item.Payload, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        request.Options.Set(OutboundClient.ForWhom, item.OrganizationId.ToString());
        request.Headers.Add("webhook-id", item.MessageId);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", WebhookSignature.Of(Secrets(item, now), item.MessageId, timestamp, item.Payload));
        return request;
    }

    private IEnumerable<byte[]> Secrets(WebhookItem item, DateTimeOffset now)
    {
        yield return Reveal(item, item.EncryptedSecret);
        if (item is { EncryptedPreviousSecret: { } previous, PreviousSecretEndsAt: { } end } && end > now)
        {
            yield return Reveal(item, previous);
        }
    }

    // Never unsigned.
    private byte[] Reveal(WebhookItem item, byte[] encrypted) =>
        secrets.Reveal(item.EndpointId, encrypted) ?? throw new WebhookFailedException("The secret of the endpoint cannot be decrypted: rotate it", Verdict.Retry);

    private static string? Judge(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => null,
        < 100 => "The answer of the endpoint is no HTTP",
        >= 300 and < 400 => $"The endpoint answered {(int)status}: redirects are not followed",
        _ => $"The endpoint answered {(int)status}",
    };

    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var asked = header?.Delta ?? (header?.Date is { } date ? date - now : null);
        return asked is not { } pause || pause <= TimeSpan.Zero ? null : pause < WebhookSchedule.LongestPause ? pause : WebhookSchedule.LongestPause;
    }

    // As text: what is not UTF-8 becomes the replacement character, and what PostgreSQL cannot store is left out.
    private static async Task<string> BeginningAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var buffer = new byte[WebhookDelivery.MaxResponseBytes];
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, length).Replace("\0", "", StringComparison.Ordinal);
    }

    // Our own words: a message of the system would tell names and addresses.
    private static string Describe(Exception exception) => exception switch
    {
        OutboundRefusedException or WebhookFailedException => exception.Message,
        HttpRequestException { InnerException: OutboundRefusedException inner } => inner.Message,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "The name of the endpoint cannot be resolved",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "The certificate of the endpoint is not valid",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => "The answer of the endpoint is too large",
        HttpRequestException => "The endpoint cannot be reached",
        _ => "The connection to the endpoint was lost",
    };
}
