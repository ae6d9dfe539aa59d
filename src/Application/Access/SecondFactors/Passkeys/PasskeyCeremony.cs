namespace CleanApi.Application.Access;

/// <summary>A ceremony that has begun.</summary>
/// <param name="Options">For the browser: PublicKeyCredentialCreationOptionsJSON or PublicKeyCredentialRequestOptionsJSON.</param>
/// <param name="State">Stored on the server and needed to finish the ceremony.</param>
public sealed record PasskeyCeremony(string Options, string State)
{
    /// <summary>Without the challenge.</summary>
    public override string ToString() => nameof(PasskeyCeremony);
}
