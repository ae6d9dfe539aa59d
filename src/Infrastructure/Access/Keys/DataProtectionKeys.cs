using CleanApi.Application.Common.Security;
using CleanApi.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using System.Text;
using System.Xml.Linq;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// Stores the data protection keys in the database, each encrypted as a whole and bound to its name. An <c>IXmlEncryptor</c> would write its decryptor's
/// assembly-qualified type name into each key, which an older version running beside a newer one could not resolve.
/// </summary>
internal sealed partial class DataProtectionKeys(DbContextLease lease, ISecretProtector protector, TimeProvider clock, ILogger<DataProtectionKeys> logger)
    : IXmlRepository
{
    private const string Purpose = "data-protection-keys";

    private const string Revocation = "revocation-";

    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = lease.Rent(new SystemCallerContext());
        return [.. db.Set<DataProtectionKey>().AsNoTracking().AsEnumerable().Select(Decrypt).OfType<XElement>()];
    }

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = lease.Rent(new SystemCallerContext());
        var bytes = Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting));
        db.Add(DataProtectionKey.Create(friendlyName, protector.Protect(Purpose, friendlyName, bytes), clock.GetUtcNow()));
        db.SaveChanges();
    }

    private XElement? Decrypt(DataProtectionKey key)
    {
        if (protector.Unprotect(Purpose, key.Name, key.EncryptedElement) is { } bytes)
        {
            return XElement.Parse(Encoding.UTF8.GetString(bytes));
        }

        if (key.Name.StartsWith(Revocation, StringComparison.Ordinal))
        {
            // Without it, a revoked key would be valid again.
            throw new InvalidOperationException($"The data protection element {key.Name} was encrypted under another data key.");
        }

        LogUndecryptable(key.Name);
        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The data protection key {Name} was encrypted under another data key: what it protects cannot be decrypted")]
    private partial void LogUndecryptable(string name);
}
