using CleanApi.Domain.Users;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CleanApi.Infrastructure.Persistence.Conversion;

/// <summary>An e-mail address as <c>text</c>.</summary>
internal sealed class EmailAddressConverter() : ValueConverter<EmailAddress, string>(address => address.Value, text => EmailAddress.FromStored(text));
