using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Webhooks;

/// <summary>A webhook as it has arrived.</summary>
/// <param name="Path">Where.</param>
/// <param name="Headers">Its headers, in lower case.</param>
/// <param name="Body">Its body.</param>
internal sealed record ReceivedWebhook(string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The delivery.</summary>
    public string Id => Headers["webhook-id"];

    /// <summary>The event's name.</summary>
    public string Type => JsonElement.Parse(Body).Text("type")!;

    /// <summary>The signatures.</summary>
    public string[] Signatures => Headers["webhook-signature"].Split(' ');
}
