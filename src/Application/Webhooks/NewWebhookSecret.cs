namespace CleanApi.Application.Webhooks;

/// <summary>A generated secret of an endpoint.</summary>
/// <param name="Text"><c>whsec_</c> and base64 of 32 random bytes, returned to the client once.</param>
/// <param name="Encrypted">The same, encrypted for the endpoint; stored.</param>
public sealed record NewWebhookSecret(string Text, byte[] Encrypted)
{
    /// <summary>Without the secret, which must not reach a log.</summary>
    public override string ToString() => nameof(NewWebhookSecret);
}
