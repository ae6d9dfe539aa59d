namespace CleanApi.EndToEnd.Tests.Support;

/// <summary>The authenticator that Chromium makes up for tests.</summary>
/// <param name="tools">The browser's tools.</param>
/// <param name="id">The authenticator.</param>
public sealed class PasskeyDevice(ICDPSession tools, string id)
{
    /// <summary>How many passkeys it holds.</summary>
    public async Task<int> CountAsync() =>
        (await tools.SendAsync("WebAuthn.getCredentials", new() { ["authenticatorId"] = id }))!.Value.GetProperty("credentials").GetArrayLength();
}
