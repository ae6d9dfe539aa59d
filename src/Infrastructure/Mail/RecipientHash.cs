using System.Security.Cryptography;
using System.Text;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Access;

namespace CleanApi.Infrastructure.Mail;

/// <summary>The address of a recipient as it is stored: whoever reads the database cannot tell who gets mails, nor try addresses.</summary>
internal sealed class RecipientHash(RootKey key)
{
    private const string Purpose = "mail-recipients/v1";

    /// <summary>HMAC-SHA-256 of the canonical address, 32 bytes.</summary>
    public byte[] Of(EmailAddress address) => HMACSHA256.HashData(key.Derive(Purpose), Encoding.UTF8.GetBytes(address.Value));
}
