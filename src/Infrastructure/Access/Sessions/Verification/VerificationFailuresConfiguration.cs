using CleanApi.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanApi.Infrastructure.Access;

internal sealed class VerificationFailuresConfiguration : IEntityTypeConfiguration<VerificationFailures>
{
    public void Configure(EntityTypeBuilder<VerificationFailures> builder)
    {
        // The names of the version that counted sign-ins alone.
        builder.ToTable("sign_in_failures", "access");
        builder.HasKey(failures => new { failures.SubjectHash, failures.Source });
        builder.Property(failures => failures.SubjectHash).HasColumnName("address_hash");
        builder.Property(failures => failures.Source).HasColumnName("network");
    }
}
