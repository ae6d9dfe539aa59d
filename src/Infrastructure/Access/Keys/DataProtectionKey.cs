using CleanApi.Domain.Common;

namespace CleanApi.Infrastructure.Access;

/// <summary>A key of ASP.NET Core's data protection, or the revocation of one; all instances of the service share them.</summary>
[Global("The service's own: it protects what browsers keep for people of every organization.")]
internal sealed class DataProtectionKey
{
    private DataProtectionKey()
    {
    }

    /// <summary>The name that data protection gives to the element.</summary>
    public string Name { get; private init; } = "";

    /// <summary>The XML element, encrypted with a key that the database does not have.</summary>
    [Secret]
    public byte[] EncryptedElement { get; private init; } = [];

    /// <summary>When it was stored, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Keeps an element.</summary>
    public static DataProtectionKey Create(string name, byte[] encryptedElement, DateTimeOffset now) =>
        new() { Name = name, EncryptedElement = encryptedElement, CreatedAt = now };
}
