namespace CleanApi.Application.Access;

/// <summary>The beginning of a ceremony.</summary>
/// <param name="Options">For the browser: PublicKeyCredentialCreationOptionsJSON or PublicKeyCredentialRequestOptionsJSON.</param>
/// <param name="State">For the end.</param>
public sealed record PasskeyCeremony(string Options, string State)
{
    /// <summary>Without the challenge.</summary>
    public override string ToString() => nameof(PasskeyCeremony);
}
