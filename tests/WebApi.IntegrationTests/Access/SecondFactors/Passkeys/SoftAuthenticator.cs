using System.Buffers.Binary;
using System.Buffers.Text;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>
/// A software authenticator with its browser: one ES256 key, attestation "none" (WebAuthn Level 3, sections 6.1, 6.5 and 8.7). It can also produce what a real
/// one would refuse.
/// </summary>
internal sealed class SoftAuthenticator : IDisposable
{
    private const byte UserPresent = 0x01;
    private const byte UserVerified = 0x04;
    private const byte BackupEligible = 0x08;
    private const byte BackedUp = 0x10;
    private const byte AttestedCredentialData = 0x40;
    private const string PublicKeyType = "public-key";

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private string userHandle = "";

    /// <summary>The credential id.</summary>
    public byte[] CredentialId { get; init; } = RandomNumberGenerator.GetBytes(32);

    /// <summary>Whether the passkey is backup-eligible and backed up.</summary>
    public bool IsSynced { get; init; }

    /// <summary>Whether it leaves out what no extension has said.</summary>
    public bool OmitsExtensionResults { get; init; }

    /// <summary>The signature counter.</summary>
    public uint Counter { get; set; }

    private string Id => Base64Url.EncodeToString(CredentialId);

    /// <summary>Creates a passkey: <c>navigator.credentials.create</c>.</summary>
    public object Create(JsonElement options, Tampering? tampering = null)
    {
        var how = tampering ?? Tampering.None;
        userHandle = options.Text("user.id")!;
        var data = AuthenticatorData(options.Text("rp.id")!, how, how.Counter ?? Counter, AttestedCredentialData);
        byte[] whole = [.. data, .. new byte[16], .. BigEndian((ushort)CredentialId.Length), .. CredentialId, .. PublicKey()];
        return Credential(new
        {
            clientDataJSON = Encode(ClientData("webauthn.create", options, how)),
            attestationObject = Encode(Attestation(whole)),
            transports = new[] { "internal", "hybrid", "carrier-pigeon" },
        });
    }

    /// <summary>Signs an assertion: <c>navigator.credentials.get</c>.</summary>
    public object Get(JsonElement options, Tampering? tampering = null)
    {
        var how = tampering ?? Tampering.None;
        Counter = how.Counter ?? Counter + 1;
        var data = AuthenticatorData(options.Text("rpId")!, how, Counter, 0);
        var client = ClientData("webauthn.get", options, how);
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        if (how.FlipsSignature)
        {
            signature[^1] ^= 1;
        }

        return Credential(new
        {
            clientDataJSON = Encode(client),
            authenticatorData = Encode(data),
            signature = Encode(signature),
            userHandle = how.UserHandle ?? userHandle,
        });
    }

    /// <summary>Another authenticator with this one's credential id.</summary>
    public SoftAuthenticator Impostor() => new() { CredentialId = CredentialId, userHandle = userHandle, Counter = Counter };

    /// <inheritdoc />
    public void Dispose() => key.Dispose();

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    private static byte[] BigEndian(ushort number)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] ClientData(string type, JsonElement options, Tampering how) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type = how.Type ?? type,
        challenge = how.Challenge ?? options.Text("challenge"),
        origin = how.Origin,
        crossOrigin = how.CrossOrigin,
    });

    private static byte[] Attestation(byte[] authenticatorData)
    {
        var cbor = new CborWriter(CborConformanceMode.Ctap2Canonical);
        cbor.WriteStartMap(3);
        cbor.WriteTextString("fmt");
        cbor.WriteTextString("none");
        cbor.WriteTextString("attStmt");
        cbor.WriteStartMap(0);
        cbor.WriteEndMap();
        cbor.WriteTextString("authData");
        cbor.WriteByteString(authenticatorData);
        cbor.WriteEndMap();
        return cbor.Encode();
    }

    // RFC 9053, sections 2.1 and 7.1.1: kty 2 (EC2), alg -7 (ES256), crv 1 (P-256), x, y.
    private byte[] PublicKey()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var cbor = new CborWriter(CborConformanceMode.Ctap2Canonical);
        cbor.WriteStartMap(5);
        foreach (var (label, value) in new[] { (1, 2), (3, -7), (-1, 1) })
        {
            cbor.WriteInt32(label);
            cbor.WriteInt32(value);
        }

        cbor.WriteInt32(-2);
        cbor.WriteByteString(point.X!);
        cbor.WriteInt32(-3);
        cbor.WriteByteString(point.Y!);
        cbor.WriteEndMap();
        return cbor.Encode();
    }

    private byte[] AuthenticatorData(string relyingPartyId, Tampering how, uint counter, byte flags)
    {
        var data = new byte[37];
        SHA256.HashData(Encoding.UTF8.GetBytes(how.RelyingPartyId ?? relyingPartyId), data);
        data[32] = (byte)(flags | (how.IsUserPresent ? UserPresent : 0) | (how.IsUserVerified ? UserVerified : 0) | (IsSynced ? BackupEligible | BackedUp : 0));
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(33), counter);
        return data;
    }

    private object Credential(object response) => OmitsExtensionResults
        ? new { id = Id, rawId = Id, type = PublicKeyType, response }
        : new { id = Id, rawId = Id, type = PublicKeyType, authenticatorAttachment = "platform", clientExtensionResults = new { }, response };
}
