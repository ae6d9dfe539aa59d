namespace CleanApi.FaultInjection.Tests.Support;

/// <summary>A test that mounts a file system: root may on Linux, in most containers not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MountFactAttribute : FactAttribute
{
    public MountFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || !SmallDisk.CanMount()) Skip = "Needs root on Linux, who may mount.";
    }
}
