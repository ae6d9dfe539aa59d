using CleanApi.Domain.Common;

namespace CleanApi.Infrastructure.Access;

/// <summary>A key of ASP.NET Core's data protection, or the revocation of one; all instances of the service share them.</summary>
[Global("The service's own keys: they protect browser cookies of users of every organization.")]
internal sealed class DataProtectionKey
{
    private DataProtectionKey()
    {
    }

    /// <summary>The friendly name that data protection gives to the element.</summary>
    public string Name { get; private init; } = "";

    /// <summary>The XML element, encrypted with a key that is not in the database.</summary>
    [Secret]
    public byte[] EncryptedElement { get; private init; } = [];

    /// <summary>UTC.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Creates a row for an element.</summary>
    public static DataProtectionKey Create(string name, byte[] encryptedElement, DateTimeOffset now) =>
        new() { Name = name, EncryptedElement = encryptedElement, CreatedAt = now };
}
