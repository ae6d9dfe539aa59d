using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanApi.Infrastructure.Mail;

internal sealed class MailRecipientConfiguration : IEntityTypeConfiguration<MailRecipient>
{
    public void Configure(EntityTypeBuilder<MailRecipient> builder)
    {
        builder.ToTable("recipients", "mail");
        builder.HasKey(recipient => recipient.AddressHash);
    }
}
