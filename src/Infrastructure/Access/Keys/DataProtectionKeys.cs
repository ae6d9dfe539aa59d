using System.Text;
using System.Xml.Linq;
using CleanApi.Application.Common.Security;
using CleanApi.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// Keeps the keys of data protection in the database, each encrypted as a whole and bound to its name. An <c>IXmlEncryptor</c> would write the type of its
/// decryptor, with the program's version, into each key: an older version beside a newer one could not read that.
/// </summary>
internal sealed partial class DataProtectionKeys(DbContextLease lease, ISecretProtector protector, TimeProvider clock, ILogger<DataProtectionKeys> logger)
    : IXmlRepository
{
    private const string Purpose = "data-protection-keys";

    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = lease.Take(new SystemCallerContext());
        return [.. db.Set<DataProtectionKey>().AsNoTracking().AsEnumerable().Select(Open).OfType<XElement>()];
    }

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = lease.Take(new SystemCallerContext());
        var bytes = Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting));
        db.Add(DataProtectionKey.Create(friendlyName, protector.Protect(Purpose, friendlyName, bytes), clock.GetUtcNow()));
        db.SaveChanges();
    }

    private XElement? Open(DataProtectionKey key)
    {
        if (protector.Unprotect(Purpose, key.Name, key.EncryptedElement) is { } bytes)
        {
            return XElement.Parse(Encoding.UTF8.GetString(bytes));
        }

        LogForeign(key.Name);
        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The data protection key {Name} was encrypted with another Auth__KeyEncryptionKey: what it protects cannot be read")]
    private partial void LogForeign(string name);
}
