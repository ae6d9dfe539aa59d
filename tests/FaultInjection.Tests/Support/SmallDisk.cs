using System.Diagnostics;

namespace CleanApi.FaultInjection.Tests.Support;

/// <summary>A file system of a few megabytes, for a tablespace of a server.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int MaxFiller = 64 * 1024 * 1024;

    private readonly DirectoryInfo place;

    private SmallDisk(DirectoryInfo place) => this.place = place;

    /// <summary>The directory of the tablespace, empty.</summary>
    public string Tablespace => Path.Combine(place.FullName, "tablespace");

    private string Filler => Path.Combine(place.FullName, "filler");

    /// <summary>Whether this process may mount one.</summary>
    public static bool CanMount()
    {
        var trial = Directory.CreateTempSubdirectory("cleanapi-disk-");
        try
        {
            return Run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", trial.FullName) == 0 && Run("umount", trial.FullName) == 0;
        }
        finally
        {
            trial.Delete();
        }
    }

    /// <summary>Mounts one whose tablespace is of the user that has another directory.</summary>
    public static SmallDisk Mount(string ownedLike)
    {
        var disk = new SmallDisk(Directory.CreateTempSubdirectory("cleanapi-disk-"));
        Run("mount", "-t", "tmpfs", "-o", "size=8m,mode=711", "tmpfs", disk.place.FullName).Should().Be(0);
        Directory.CreateDirectory(disk.Tablespace);
        Run("chown", $"--reference={ownedLike}", disk.Tablespace).Should().Be(0);
        return disk;
    }

    /// <summary>Takes all the space that is left.</summary>
    public void Fill()
    {
        using var filler = File.Create(Filler);
        var block = new byte[4096];
        try
        {
            while (filler.Length < MaxFiller)
            {
                filler.Write(block);
                filler.Flush();
            }
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    /// <summary>Gives the space back.</summary>
    public void Empty() => File.Delete(Filler);

    /// <inheritdoc />
    public void Dispose()
    {
        Run("umount", place.FullName).Should().Be(0);
        place.Delete();
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
