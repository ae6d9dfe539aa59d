using CleanApi.Domain.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanApi.Infrastructure.Auditing;

internal sealed class AuditLogConfiguration : IEntityTypeConfiguration<AuditLog>
{
    public void Configure(EntityTypeBuilder<AuditLog> builder)
    {
        builder.ToTable("audit_logs", "auditing");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Changes).HasColumnType("jsonb");
    }
}
